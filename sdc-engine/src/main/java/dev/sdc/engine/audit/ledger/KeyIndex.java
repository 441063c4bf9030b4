package dev.sdc.engine.audit.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the sheets that share cells with others: every key with the sheet it stands in, in one sorted row. */
final class KeyIndex {
    /** A sheet by its entry and its place in it. */
    record Place(int entry, int sheet, @Nullable String dataset) {}

    private final List<Place> places = new ArrayList<>();
    private long[] keys = new long[1024];
    private int[] owners = new int[1024];
    private int size;
    private boolean sorted = true;

    void add(int entry, Release release) {
        for (int sheet = 0; sheet < release.sheets().size(); sheet++) {
            places.add(new Place(entry, sheet, release.dataset()));
            for (long key : release.sheets().get(sheet).keys()) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                    owners = Arrays.copyOf(owners, 2 * size);
                }
                keys[size] = key;
                owners[size++] = places.size() - 1;
            }
        }
        sorted = false;
    }

    /** The sheets that have any of some keys, in order. */
    List<Place> sharing(@Nullable String dataset, long[] wanted) {
        sort();
        BitSet shared = new BitSet();
        for (long key : wanted) {
            int at = Arrays.binarySearch(keys, 0, size, key);
            if (at >= 0) {
                for (int i = at; i >= 0 && keys[i] == key; i--) {
                    shared.set(owners[i]);
                }
                for (int i = at + 1; i < size && keys[i] == key; i++) {
                    shared.set(owners[i]);
                }
            }
        }
        List<Place> found = new ArrayList<>();
        for (int place = shared.nextSetBit(0); place >= 0; place = shared.nextSetBit(place + 1)) {
            String of = places.get(place).dataset();
            if (dataset == null || of == null || Objects.equals(dataset, of)) {
                found.add(places.get(place));
            }
        }
        return found;
    }

    /** Sorts keys and owners alike, by halves that are merged. */
    private void sort() {
        if (sorted) {
            return;
        }
        long[] fromKeys = keys;
        int[] fromOwners = owners;
        long[] toKeys = new long[keys.length];
        int[] toOwners = new int[owners.length];
        for (int width = 1; width < size; width *= 2) {
            for (int low = 0; low < size; low += 2 * width) {
                int middle = Math.min(low + width, size);
                int high = Math.min(low + 2 * width, size);
                int left = low;
                int right = middle;
                for (int to = low; to < high; to++) {
                    boolean takeLeft = left < middle && (right >= high || fromKeys[left] <= fromKeys[right]);
                    int from = takeLeft ? left++ : right++;
                    toKeys[to] = fromKeys[from];
                    toOwners[to] = fromOwners[from];
                }
            }
            long[] otherKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = otherKeys;
            int[] otherOwners = fromOwners;
            fromOwners = toOwners;
            toOwners = otherOwners;
        }
        keys = fromKeys;
        owners = fromOwners;
        sorted = true;
    }
}
