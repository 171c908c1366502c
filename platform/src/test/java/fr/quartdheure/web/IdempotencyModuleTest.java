package fr.quartdheure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.support.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One key, one effect, on a real PostgreSQL. */
class IdempotencyModuleTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE));

    private final Idempotency filter = filter(TRANSACTION);
    private int answers;

    @BeforeAll
    static void aPlaceForEffects() {
        JDBC.sql("create table web.effect (what text not null)").update();
    }

    @BeforeEach
    void noEffectYet() {
        JDBC.sql("delete from web.effect").update();
        JDBC.sql("delete from web.idempotency").update();
    }

    @Test
    void a_replay_gets_the_same_answer_and_has_no_second_effect() throws Exception {
        var first = send(json("k1", "{\"slot\":1}"), this::book);
        var replay = send(json("k1", "{\"slot\":1}"), this::book);

        assertThat(effects()).isOne();
        assertThat(replay.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
        assertThat(replay.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .isEqualTo("answer 1");
        assertThat(replay.getContentType()).isEqualTo(first.getContentType());
        assertThat(replay.getHeader("Location")).isEqualTo("/api/v1/appointments/1");
        assertThat(replay.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws Exception {
        send(json("k2", "{\"slot\":1}"), this::book);
        var other = send(json("k2", "{\"slot\":2}"), this::book);

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("idempotency-key-reused");
        assertThat(effects()).isOne();
    }

    @Test
    void another_caller_or_route_has_keys_of_its_own() throws Exception {
        send(json("k3", "{}"), this::book);
        var elsewhere = json("k3", "{}");
        elsewhere.setRemoteAddr("192.0.2.99");
        send(elsewhere, this::book);
        var signedIn = json("k3", "{}");
        signedIn.setUserPrincipal(() -> "claire");
        send(signedIn, this::book);
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void twins_at_the_same_time_have_one_effect() throws Exception {
        var arrived = new CountDownLatch(1);
        FilterChain slow = (request, response) -> {
            arrived.countDown();
            sleep(Duration.ofMillis(300));
            book(request, response);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> send(json("k4", "{}"), slow));
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            Callable<MockHttpServletResponse> again = () -> send(json("k4", "{}"), this::book);
            var second = threads.submit(again);
            var third = threads.submit(again);
            assertThat(second.get().getContentAsString()).isEqualTo(first.get().getContentAsString());
            assertThat(third.get().getHeader("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(effects()).isOne();
    }

    @Test
    void a_failure_is_not_kept_and_may_be_tried_again() throws Exception {
        var failed = send(json("k5", "{}"), (request, response) -> {
            book(request, response);
            ((HttpServletResponse) response).setStatus(503);
        });
        assertThat(failed.getStatus()).isEqualTo(503);
        assertThat(effects()).isZero();

        assertThat(send(json("k5", "{}"), this::book).getStatus()).isEqualTo(201);
        assertThat(effects()).isOne();
    }

    @Test
    void an_act_that_undid_itself_answers_but_is_not_kept() throws Exception {
        var undone = send(json("k6", "{}"), (request, response) -> {
            TRANSACTION.executeWithoutResult(inner -> {
                JDBC.sql("insert into web.effect values ('undone')").update();
                inner.setRollbackOnly();
            });
            ((HttpServletResponse) response).setStatus(409);
            response.getWriter().write("taken");
        });
        assertThat(undone.getStatus()).isEqualTo(409);
        assertThat(undone.getContentAsString()).isEqualTo("taken");
        assertThat(effects()).isZero();

        assertThat(send(json("k6", "{}"), this::book).getStatus()).isEqualTo(201);
    }

    @Test
    void an_exception_undoes_everything() {
        assertThatThrownBy(() -> send(json("k7", "{}"), (request, response) -> {
                    book(request, response);
                    throw new IOException("line cut");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("line cut");
        assertThat(effects()).isZero();
    }

    /** An empty 200 would tell a caller that her appointment is made. */
    @Test
    void without_a_database_nobody_is_told_that_it_went_well() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        var cut = filter(new TransactionTemplate(new JdbcTransactionManager(nowhere)));
        assertThatThrownBy(() -> cut.doFilter(json("k8", "{}"), new MockHttpServletResponse(), this::book))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(effects()).isZero();
    }

    @Test
    void a_form_carries_its_key_in_a_field() throws Exception {
        for (int i = 0; i < 2; i++) {
            var form = new MockHttpServletRequest("POST", "/book/1");
            form.setContentType("application/x-www-form-urlencoded");
            form.addParameter("once", "k9");
            form.addParameter("name", "Martin");
            form.addParameter("_csrf", "token " + i);
            send(form, this::book);
        }
        assertThat(effects()).isOne();
    }

    @Test
    void a_key_or_body_out_of_bounds_is_refused() throws Exception {
        assertThat(send(json(" ", "{}"), this::book).getStatus()).isEqualTo(400);
        assertThat(send(json("k".repeat(201), "{}"), this::book).getStatus()).isEqualTo(400);
        assertThat(send(json("k10", "x".repeat(65537)), this::book).getStatus()).isEqualTo(413);
        assertThat(effects()).isZero();
    }

    @Test
    void what_carries_no_key_passes() throws Exception {
        var request = json("k11", "{}");
        request.removeHeader("Idempotency-Key");
        send(request, this::book);
        send(request, this::book);
        assertThat(effects()).isEqualTo(2);
    }

    private void book(ServletRequest request, ServletResponse response) throws IOException {
        JDBC.sql("insert into web.effect values ('booked')").update();
        var answer = (HttpServletResponse) response;
        answer.setStatus(201);
        answer.setContentType("text/plain;charset=UTF-8");
        answer.setHeader("Location", "/api/v1/appointments/1");
        answer.getWriter().write("answer " + ++answers);
    }

    private MockHttpServletResponse send(MockHttpServletRequest request, FilterChain act) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, act);
        return response;
    }

    private static Idempotency filter(TransactionTemplate transaction) {
        return new Idempotency(new IdempotencyKeys(JDBC, Clock.systemUTC()), transaction, WebTesting.problems());
    }

    private static MockHttpServletRequest json(String key, String body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/appointments");
        request.setServletPath("/api/v1/appointments");
        request.setContentType("application/json");
        request.addHeader("Idempotency-Key", key);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static int effects() {
        return JDBC.sql("select count(*) from web.effect").query(Integer.class).single();
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
