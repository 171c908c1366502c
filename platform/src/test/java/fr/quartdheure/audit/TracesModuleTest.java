package fr.quartdheure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class TracesModuleTest {

    private final javax.sql.DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Traces traces = new Traces(jdbc);
    private final UUID patient = UUID.randomUUID();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whoActsAndFromWhereIsReadFromTheRequest() {
        var account = UUID.randomUUID();
        var organization = UUID.randomUUID();
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Secretary(account, organization), null));
        traces.write(Trace.of("read", "patient", patient).because("appel"));
        assertThat(jdbc.sql("select * from audit.trace where :id = any(subject_ids)")
                        .param("id", patient)
                        .query()
                        .singleRow())
                .containsEntry("account_id", account)
                .containsEntry("role", "secretary")
                .containsEntry("organization_id", organization)
                .containsEntry("act", "read")
                .containsEntry("subject_kind", "patient")
                .containsEntry("reason", "appel")
                .containsEntry("address", "192.0.2.7");
    }

    @Test
    void withoutAnAccountItIsThePublicOrThePlatformItself() {
        traces.write(Trace.of("sweep", "message", List.of()));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        traces.write(Trace.of("book", "appointment", UUID.randomUUID()));
        traces.write(Trace.of("book", "appointment", UUID.randomUUID()).as("patient", null));
        assertThat(jdbc.sql("select role from audit.trace order by id")
                        .query(String.class)
                        .list())
                .containsExactly("system", "public", "patient");
    }

    @Test
    void anActThatIsRolledBackLeavesNoTrace() {
        transaction.executeWithoutResult(status -> {
            traces.write(Trace.of("book", "appointment", UUID.randomUUID()));
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
    }

    @Test
    void whatIsWrittenStays() {
        traces.write(Trace.of("read", "patient", patient));
        for (String sql :
                List.of("update audit.trace set act = 'nothing'", "delete from audit.trace", "truncate audit.trace")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("append-only");
        }
        assertThat(count()).isOne();
    }

    private long count() {
        return jdbc.sql("select count(*) from audit.trace").query(Long.class).single();
    }

    private record Secretary(UUID accountId, UUID organizationId) implements Actor {
        @Override
        public String role() {
            return "secretary";
        }
    }
}
