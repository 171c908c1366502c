package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.secretary.DayBoard.Cell;
import fr.quartdheure.desk.secretary.DayBoard.Column;
import fr.quartdheure.desk.secretary.DayBoard.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns columns into the rows that a table is written in; a cell stands in the first row that it covers. */
public final class BoardRows {

    private BoardRows() {}

    public static List<Row> of(List<Column> columns, Instant now) {
        DayGrid grid = DayGrid.around(
                columns.stream().flatMap(column -> column.entries().stream()).toList());
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            rows.add(new ArrayList<>());
        }
        for (Column column : columns) {
            fill(rows, grid.column(column.entries()));
        }
        int line = grid.nearestRow(now);
        return IntStream.range(0, grid.rows())
                .mapToObj(row -> new Row(grid.startOf(row), row == line, rows.get(row)))
                .toList();
    }

    private static void fill(List<List<Cell>> rows, List<DayGrid.Span<Entry>> spans) {
        int next = 0;
        for (DayGrid.Span<Entry> span : spans) {
            leaveEmpty(rows, next, span.row());
            rows.get(span.row()).add(new Cell(span.rows(), span.items()));
            next = span.end();
        }
        leaveEmpty(rows, next, rows.size());
    }

    private static void leaveEmpty(List<List<Cell>> rows, int from, int to) {
        rows.subList(from, to).forEach(row -> row.add(new Cell(1, List.of())));
    }
}
