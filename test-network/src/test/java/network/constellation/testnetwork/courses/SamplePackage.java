package network.constellation.testnetwork.courses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a package, read by other code than the product's. */
final class SamplePackage {
    private static final int BLOCK = 512;
    private static final Pattern FILE = Pattern.compile("<file id=.*?</file>", Pattern.DOTALL);

    private final Map<String, byte[]> members = new HashMap<>();

    SamplePackage(byte[] content) throws IOException {
        if (content[0] == 'P') {
            readZip(content);
        } else {
            readTar(new GZIPInputStream(new ByteArrayInputStream(content)));
        }
    }

    private void readZip(byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    private void readTar(InputStream tar) throws IOException {
        for (byte[] header = tar.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; ) {
            String name = text(header, 0, 100);
            String prefix = text(header, 345, 155);
            int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
            byte[] content = tar.readNBytes(size);
            tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            String path = prefix.isEmpty() ? name : prefix + "/" + name;
            members.put(path.startsWith("./") ? path.substring(2) : path, content);
            header = tar.readNBytes(BLOCK);
        }
    }

    private static String text(byte[] header, int from, int length) {
        String field = new String(header, from, length, StandardCharsets.UTF_8);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }

    /** Each file of the course as {@code area/path/name}, in the order of {@code files.xml}. */
    List<Map.Entry<String, byte[]>> files() {
        byte[] listed = members.getOrDefault("files.xml", new byte[0]);
        List<Map.Entry<String, byte[]>> files = new ArrayList<>();
        Matcher file = FILE.matcher(new String(listed, StandardCharsets.UTF_8));
        while (file.find()) {
            String name = element(file.group(), "filename");
            if (!name.equals(".")) {
                String hash = element(file.group(), "contenthash");
                byte[] content = members.get("files/" + hash.substring(0, 2) + "/" + hash);
                files.add(Map.entry(
                        element(file.group(), "filearea") + element(file.group(), "filepath") + name,
                        content == null ? new byte[0] : content));
            }
        }
        return files;
    }

    private static String element(String xml, String name) {
        Matcher element = Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(xml);
        return element.find() ? element.group(1) : "";
    }
}
