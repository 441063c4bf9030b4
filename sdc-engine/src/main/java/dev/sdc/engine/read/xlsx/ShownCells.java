package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid.Shown;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** A compact list of cells that are displayed otherwise than stored: a percent format may cover every cell of a sheet. */
final class ShownCells extends AbstractList<Shown> implements RandomAccess {
    private int[] rows = new int[8];
    private int[] columns = new int[8];
    private String[] texts = new String[8];
    private int size;

    void add(int row, int column, String displayed) {
        if (size == rows.length) {
            int wanted = size + (size >> 1);
            rows = Arrays.copyOf(rows, wanted);
            columns = Arrays.copyOf(columns, wanted);
            texts = Arrays.copyOf(texts, wanted);
        }
        rows[size] = row;
        columns[size] = column;
        texts[size] = displayed;
        size++;
    }

    @Override
    public Shown get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return new Shown(rows[index], columns[index], texts[index]);
    }

    @Override
    public int size() {
        return size;
    }
}
