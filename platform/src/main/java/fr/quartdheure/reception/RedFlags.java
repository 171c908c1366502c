package fr.quartdheure.reception;

import fr.quartdheure.reception.RedFlagList.RedFlag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of warning signs; the latest edition is asked. */
@Repository
public class RedFlags {

    private static final String LATEST = """
            select * from reception.red_flag_list order by edition desc limit 1
            """;
    private static final String LIST = """
            select * from reception.red_flag where edition = :edition order by position
            """;

    private final JdbcClient jdbc;

    RedFlags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RedFlagList latest() {
        return jdbc.sql(LATEST).query((row, number) -> list(row)).single();
    }

    private RedFlagList list(ResultSet row) throws SQLException {
        return new RedFlagList(
                row.getObject("dated", LocalDate.class),
                row.getString("signed_by"),
                row.getObject("signed_on", LocalDate.class),
                jdbc.sql(LIST)
                        .param("edition", row.getInt("edition"))
                        .query(RedFlags::flag)
                        .list());
    }

    private static RedFlag flag(ResultSet row, int number) throws SQLException {
        return new RedFlag(
                row.getString("code"), row.getString("question_fr"), row.getString("question_en"), List.of((String[])
                        row.getArray("words").getArray()));
    }
}
