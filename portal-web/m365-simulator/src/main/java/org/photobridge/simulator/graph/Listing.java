package org.photobridge.simulator.graph;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** So many entities, made one by one when they are asked for: a page of a large tenant costs a page. */
record Listing(int size, IntFunction<Entity> at) {

    static Listing of(List<Entity> entities) {
        return new Listing(entities.size(), entities::get);
    }

    /** Those with the indexes of a set, behind the given ones. */
    static Listing of(List<Entity> first, BitSet indexes, IntFunction<Entity> at) {
        int[] numbers = indexes.stream().toArray();
        return new Listing(
                first.size() + numbers.length,
                i -> i < first.size() ? first.get(i) : at.apply(numbers[i - first.size()]));
    }

    Stream<Entity> stream() {
        return IntStream.range(0, size).mapToObj(at);
    }

    List<Entity> part(int from, int to) {
        return IntStream.range(from, to).mapToObj(at).toList();
    }
}
