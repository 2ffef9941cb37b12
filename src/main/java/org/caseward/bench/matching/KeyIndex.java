package org.caseward.bench.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.caseward.casefile.MatchKeys;

/**
 * Who is found by which search key, as the hub's table says it, in one sorted array: the key's first bits, then the person's running number. A key cut short only costs a
 * comparison now and then.
 */
final class KeyIndex {
    private final long[] entries;
    private final int personBits;

    private KeyIndex(long[] entries, int personBits) {
        this.entries = entries;
        this.personBits = personBits;
    }

    /** @param skipped of what kind the keys were that are too common to follow */
    record Found(int[] people, Set<MatchKeys.Kind> skipped) {}

    Found find(Map<Long, MatchKeys.Kind> keys) {
        int[] found = new int[16];
        int n = 0;
        Set<MatchKeys.Kind> skipped = EnumSet.noneOf(MatchKeys.Kind.class);
        for (Map.Entry<Long, MatchKeys.Kind> key : keys.entrySet()) {
            int first = firstOf(key.getKey());
            int end = endOf(key.getKey(), first);
            if (end - first > MatchKeys.TOO_COMMON) {
                skipped.add(key.getValue());
                continue;
            }
            if (n + end - first > found.length) {
                found = Arrays.copyOf(found, Math.max(found.length * 2, n + end - first));
            }
            for (int i = first; i < end; i++) {
                found[n++] = (int) (entries[i] & personMask());
            }
        }
        return new Found(Arrays.stream(found, 0, n).sorted().distinct().toArray(), skipped);
    }

    int size() {
        return entries.length;
    }

    private int firstOf(long key) {
        int at = Arrays.binarySearch(entries, key & ~personMask());
        return at >= 0 ? at : -at - 1;
    }

    private int endOf(long key, int first) {
        int end = first;
        int last = Math.min(entries.length, first + MatchKeys.TOO_COMMON + 1);
        while (end < last && (entries[end] & ~personMask()) == (key & ~personMask())) {
            end++;
        }
        return end;
    }

    private long personMask() {
        return (1L << personBits) - 1;
    }

    /** Takes keys in; one for each thread, put together at the end. */
    static final class Maker {
        private final int personBits;
        private long[] entries = new long[1 << 12];
        private int size;

        Maker(int people) {
            personBits = Long.SIZE - Long.numberOfLeadingZeros(people);
        }

        void add(int person, Collection<Long> keys) {
            if (size + keys.size() > entries.length) {
                entries = Arrays.copyOf(entries, Math.max(entries.length * 2, size + keys.size()));
            }
            for (long key : keys) {
                entries[size++] = (key >>> personBits << personBits) | person;
            }
        }

        static KeyIndex join(Collection<Maker> makers) {
            int total = makers.stream().mapToInt(m -> m.size).sum();
            long[] all = new long[total];
            int at = 0;
            for (Maker maker : makers) {
                System.arraycopy(maker.entries, 0, all, at, maker.size);
                at += maker.size;
                maker.entries = new long[0];
            }
            Arrays.parallelSort(all);
            int n = 0;
            for (int i = 0; i < all.length; i++) {
                if (i == 0 || all[i] != all[i - 1]) {
                    all[n++] = all[i];
                }
            }
            return new KeyIndex(Arrays.copyOf(all, n), makers.iterator().next().personBits);
        }
    }
}
