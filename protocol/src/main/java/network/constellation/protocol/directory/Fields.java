package network.constellation.protocol.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.protocol.limits.DirectoryLimits;

/** Lists and maps within an entry: ascending, each item once, so that there is one form. */
final class Fields {
    private Fields() {}

    static void texts(FieldWriter out, Collection<String> sorted) {
        out.addAll(sorted.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    static List<String> texts(FieldReader in) {
        return items(in, FieldReader::text);
    }

    static void numbers(FieldWriter out, Collection<Integer> sorted) {
        out.add(sorted.size());
        sorted.forEach(out::add);
    }

    static List<Integer> numbers(FieldReader in) {
        return items(in, reader -> reader.number(Integer.MAX_VALUE));
    }

    static void map(FieldWriter out, SortedMap<String, String> map) {
        out.add(map.size());
        map.forEach((name, value) -> out.add(name).add(value));
    }

    static SortedMap<String, String> map(FieldReader in) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int left = in.number(DirectoryLimits.ITEMS); left > 0; left--) {
            String name = in.text();
            if (!map.isEmpty() && map.lastKey().compareTo(name) >= 0) {
                throw new MalformedFieldsException("has settings that are not in their order");
            }
            map.put(name, text(in));
        }
        return map;
    }

    static String text(FieldReader in) {
        String text = in.text();
        if (text.length() > DirectoryLimits.TEXT_LENGTH) {
            throw new MalformedFieldsException("has a text of " + text.length() + " characters");
        }
        return text;
    }

    static boolean flag(FieldReader in) {
        return in.number(1) == 1;
    }

    private static <T extends Comparable<T>> List<T> items(FieldReader in, Function<FieldReader, T> item) {
        List<T> items = new ArrayList<>();
        for (int left = in.number(DirectoryLimits.ITEMS); left > 0; left--) {
            T next = item.apply(in);
            if (!items.isEmpty() && items.get(items.size() - 1).compareTo(next) >= 0) {
                throw new MalformedFieldsException("has a list that is not in its order");
            }
            items.add(next);
        }
        return List.copyOf(items);
    }
}
