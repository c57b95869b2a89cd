package network.constellation.peer.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import network.constellation.keys.provider.RunningDigest;

/** The smallest sound package, member by member, so that a test can spoil one thing. */
final class Minimal {
    static final byte[] BLOB = "the picture of a cat".getBytes(StandardCharsets.UTF_8);
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private Minimal() {}

    static Minimal course() {
        Minimal minimal = new Minimal();
        minimal.with("activities/page_7/page.xml", """
                <activity id="1" moduleid="7" modulename="page" contextid="70"><page id="1"><name>Cats</name>
                <intro></intro><content>&lt;p&gt;Meow&lt;/p&gt;</content></page></activity>""");
        minimal.with("activities/page_7/module.xml", """
                <module id="7" version="2022112800"><modulename>page</modulename><sectionid>3</sectionid>
                <visible>1</visible><completion>1</completion></module>""");
        minimal.with("course/course.xml", """
                <course id="2" contextid="20"><shortname>cats</shortname><fullname>All about cats</fullname>
                <idnumber></idnumber><summary></summary><format>topics</format><enablecompletion>1</enablecompletion>
                </course>""");
        minimal.with("sections/section_3/section.xml", """
                <section id="3"><number>0</number><name>$@NULL@$</name><summary></summary><sequence>7</sequence>
                <visible>1</visible></section>""");
        minimal.with("moodle_backup.xml", manifest("2022112800", "course", "1"));
        minimal.with("files.xml", files(sha1(BLOB), BLOB.length));
        minimal.members.put(blobName(sha1(BLOB)), BLOB);
        return minimal;
    }

    static String manifest(String backupVersion, String type, String includeFiles) {
        return """
                <moodle_backup><information><name>cats.mbz</name><moodle_version>2022112800.05</moodle_version>
                <moodle_release>4.1</moodle_release><backup_version>%s</backup_version>
                <backup_release>4.1</backup_release><backup_date>1700000000</backup_date>
                <mnet_remoteusers>0</mnet_remoteusers><include_files>%s</include_files>
                <original_wwwroot>https://moodle.example.org</original_wwwroot>
                <original_course_id>2</original_course_id>
                <original_course_fullname>All about cats</original_course_fullname>
                <original_course_shortname>cats</original_course_shortname>
                <details><detail backup_id="x"><type>%s</type><format>moodle2</format><mode>10</mode></detail></details>
                <contents><activities><activity><moduleid>7</moduleid><sectionid>3</sectionid>
                <modulename>page</modulename><title>Cats</title><directory>activities/page_7</directory></activity>
                </activities><sections><section><sectionid>3</sectionid><title>0</title>
                <directory>sections/section_3</directory></section></sections>
                <course><courseid>2</courseid><title>cats</title><directory>course</directory></course></contents>
                <settings><setting><level>root</level><name>users</name><value>0</value></setting></settings>
                </information></moodle_backup>""".formatted(backupVersion, includeFiles, type);
    }

    static String files(String sha1, long size) {
        return """
                <files><file id="1"><contenthash>%s</contenthash><contextid>70</contextid>
                <component>mod_page</component><filearea>content</filearea><itemid>0</itemid><filepath>/a/</filepath>
                <filename>cat.png</filename><filesize>%d</filesize><mimetype>image/png</mimetype>
                <license>cc-4.0</license><repositorytype>$@NULL@$</repositorytype></file></files>""".formatted(sha1, size);
    }

    Minimal with(String name, String content) {
        members.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Minimal with(String name, byte[] content) {
        members.put(name, content);
        return this;
    }

    Minimal without(String name) {
        members.remove(name);
        return this;
    }

    void each(BiConsumer<String, byte[]> consumer) {
        members.forEach(consumer);
    }

    RawTar tar() {
        RawTar tar = new RawTar();
        members.forEach(tar::file);
        return tar;
    }

    byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static String blobName(String sha1) {
        return "files/" + sha1.substring(0, 2) + "/" + sha1;
    }

    static String sha1(byte[] content) {
        RunningDigest digest = RunningDigest.sha1();
        digest.update(content, 0, content.length);
        return digest.hex();
    }
}
