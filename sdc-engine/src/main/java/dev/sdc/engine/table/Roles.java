package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.List;
import java.util.Set;

/**
 * Works out what the numbers of each column are: from the declaration, else from the header's words, else from strong
 * signs in the numbers themselves. Each step decides only what those before it left open, unless it says otherwise.
 */
final class Roles {
    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;
    private final Declaration declaration;

    Roles(Grid grid, int[] rows, List<ColumnReading> columns, Declaration declaration) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
        this.declaration = declaration;
    }

    void assign() {
        PartsOfWhole parts = new PartsOfWhole(grid, rows);
        RowNames names = new RowNames(grid, rows, columns);
        boolean counts = declaration.outputType() == OutputType.FREQUENCY_TABLE;
        HeaderRoles headers = new HeaderRoles(grid, rows, columns, parts, counts);
        ShareColumns shares = new ShareColumns(grid, rows, columns, declaration, parts);
        QuantileLevels.assign(grid, rows, columns);
        columns.stream().filter(Roles::isOpen).forEach(names::byWords);
        columns.stream().filter(Roles::isOpen).forEach(headers::assign);
        new NumberedColumns(grid, rows, columns).openCodes();
        new IntervalEnds(grid, rows, columns).assign();
        shares.cumulative();
        shares.survivalInPercent();
        new TentativeRoles(columns, declaration).assign();
        BoxPlots.columns(columns);
        new MarkedNames(grid, rows, columns).find();
        new ParameterCounts(columns, declaration).find();
        for (int i = 0; i < columns.size(); i++) {
            if (isOpen(columns.get(i))) {
                names.byNumbers(i);
            }
        }
        new IntervalFlags(grid, rows, columns).find();
        new PaddedCodes(grid, rows, columns).find();
        new CodesOfStub(grid, rows, columns).find();
        new CodedCrossing(grid, rows, columns).find();
        new NodeNumbers(grid, rows, columns).find();
        new CrossedLevels(grid, rows, columns).find();
        new NestedCodes(grid, rows, columns).find();
        new ConstantColumns(grid, rows, columns).find();
        new DifferenceColumns(grid, rows, columns).find();
        Set<ColumnReading> extents = new Extents(grid, rows, columns).find();
        shares.addingUp();
        shares.conditional();
        shares.shownInPercent();
        byNeighboursOrContent();
        shares.sharesOfOne();
        shares.meansInPercent();
        names.namesThatAddUp(extents);
        DeclaredRoles declared = new DeclaredRoles(declaration, new Sums(grid, rows, columns));
        columns.forEach(declared::decide);
    }

    private static boolean isOpen(ColumnReading column) {
        return column.source == RoleSource.UNKNOWN;
    }

    private void byNeighboursOrContent() {
        ContentRoles contents = new ContentRoles(grid, rows, columns, declaration);
        Neighbours neighbours = new Neighbours(grid, rows, columns);
        for (int i = 0; i < columns.size(); i++) {
            ColumnReading column = columns.get(i);
            if (isOpen(column) && neighbours.intervalFollows(i)) {
                column.be(ColumnRole.ESTIMATE, RoleSource.CONTENT);
            } else if (isOpen(column)) {
                contents.assign(column);
            }
        }
        for (ColumnReading column : columns) {
            if (column.role == ColumnRole.PERCENTAGE && neighbours.isProportion(column)) {
                column.be(ColumnRole.PROPORTION, RoleSource.CONTENT);
            }
        }
    }
}
