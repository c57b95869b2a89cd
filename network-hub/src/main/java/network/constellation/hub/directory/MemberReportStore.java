package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.DirectoryVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code member_report}. */
final class MemberReportStore {
    private final Jdbi jdbi;

    @Inject
    MemberReportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<MemberReport> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from member_report")
                .map((row, context) -> report(row))
                .list());
    }

    void save(Collection<MemberReport> reports) {
        if (reports.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch gone = handle.prepareBatch("delete from member_report where wwwroot = :wwwroot");
            reports.forEach(
                    report -> gone.bind("wwwroot", report.wwwroot().value()).add());
            gone.execute();
            PreparedBatch rows = handle.prepareBatch("insert into member_report (wwwroot, reporter, software, term,"
                    + " sequence, missing, note, heard_at)"
                    + " values (:wwwroot, :reporter, :software, :term, :sequence, :missing, :note, :heard)");
            reports.forEach(report -> rows.bind("wwwroot", report.wwwroot().value())
                    .bind("reporter", report.reporter().value())
                    .bind("software", report.software())
                    .bind("term", report.applied().term())
                    .bind("sequence", report.applied().sequence())
                    .bind("missing", report.missing())
                    .bind("note", report.note())
                    .bind("heard", report.heard().atOffset(ZoneOffset.UTC))
                    .add());
            rows.execute();
        });
    }

    private static MemberReport report(ResultSet row) throws SQLException {
        return new MemberReport(
                Wwwroot.of(row.getString("wwwroot")),
                Wwwroot.of(row.getString("reporter")),
                row.getString("software"),
                new DirectoryVersion(row.getInt("term"), row.getLong("sequence")),
                row.getInt("missing"),
                row.getString("note"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant());
    }
}
