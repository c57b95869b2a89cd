package network.constellation.peer.enrolment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code enrol ...}: our people in courses of other sites. */
public final class EnrolCli implements CliRoom {
    private static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("enrol", "Our people in courses of other sites.")
                .failure(EnrolmentException.class)
                .add("enrol", ListAll.class)
                .add("enrol", Add.class)
                .add("enrol", Remove.class);
    }

    /** What all have in common. */
    @Command
    abstract static class AtSite extends TenantCommand {
        @Parameters(paramLabel = "PEER_URL", description = "The other site's address.")
        String peer = "";

        @Option(names = "--user", paramLabel = "U", description = "User name of one of our people.")
        @Nullable
        String user;

        @Override
        protected final void run(CliContext context, TenantLease tenant) {
            Wwwroot site = Wwwroot.normalized(peer);
            tenant.get(Peers.class).require(site);
            run(context, tenant, site);
        }

        abstract void run(CliContext context, TenantLease tenant, Wwwroot site);

        User person(TenantLease tenant) {
            if (user == null) {
                throw CliException.badInput("Say whom: --user U.");
            }
            return tenant.get(Platform.class)
                    .users()
                    .findLocal(user)
                    .orElseThrow(() -> CliException.badInput(
                            "There is no user \"" + user + "\" at this site; `user list` shows them."));
        }
    }

    @Command(
            name = "list",
            description = "The courses that a site offers to our people; with --course who of ours is in it.")
    static final class ListAll extends AtSite {
        @Option(names = "--course", paramLabel = "ID", description = "The number of a course there.")
        @Nullable
        Long course;

        @Override
        void run(CliContext context, TenantLease tenant, Wwwroot site) {
            CoursesElsewhere elsewhere = tenant.get(CoursesElsewhere.class);
            if (course == null) {
                offers(context, elsewhere.refresh(site));
            } else {
                participants(context, elsewhere.participants(site, course));
            }
        }

        private static void offers(CliContext context, List<Offer> offers) {
            context.answer(offers.stream().map(ListAll::document).toList(), out -> {
                Table table = new Table("ID", "COURSE", "CATEGORY", "BY THEMSELVES", "PLACES LEFT", "ROLES");
                offers.forEach(offer -> table.row(
                        offer.courseId(),
                        offer.fullname(),
                        offer.category(),
                        offer.terms()
                                .map(terms -> terms.selfEnrolment() ? "yes" : "no")
                                .orElse("-"),
                        offer.terms()
                                .flatMap(EnrolmentTerms::placesLeft)
                                .map(String::valueOf)
                                .orElse("-"),
                        String.join(", ", offer.roles())));
                table.print(out, "That site offers no course to our people. Its teachers open them, course by course.");
            });
        }

        private void participants(CliContext context, List<Participant> all) {
            List<Participant> wanted = all.stream()
                    .filter(one -> user == null || one.username().equals(user))
                    .toList();
            List<Map<String, Object>> documents = new ArrayList<>();
            for (Participant one : wanted) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("username", one.username());
                document.put("name", one.fullName());
                document.put("role", one.role());
                document.put("method", one.method());
                document.put("since", one.since());
                documents.add(document);
            }
            context.answer(documents, out -> {
                Table table = new Table("USER", "NAME", "ROLE", "BY", "SINCE");
                wanted.forEach(one -> table.row(one.username(), one.fullName(), one.role(), one.method(), one.since()));
                table.print(out, "None of ours is in that course.");
            });
        }

        private static Map<String, Object> document(Offer offer) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", offer.courseId());
            document.put("fullname", offer.fullname());
            document.put("shortname", offer.shortname());
            document.put("category", offer.category());
            offer.start().ifPresent(start -> document.put("start", start));
            offer.terms().ifPresent(terms -> {
                document.put("selfEnrolment", terms.selfEnrolment());
                document.put("roles", terms.roles());
                terms.placesLeft().ifPresent(left -> document.put("placesLeft", left));
            });
            return document;
        }
    }

    @Command(name = "add", description = "Enrol one of our people in a course of a site; again: changes the role.")
    static final class Add extends AtSite {
        @Option(names = "--course", required = true, paramLabel = "ID", description = "The number of the course there.")
        long course;

        @Option(
                names = "--role",
                paramLabel = "R",
                description = "Short name of the role; the course's usual one if left out.")
        @Nullable
        String role;

        @Override
        void run(CliContext context, TenantLease tenant, Wwwroot site) {
            User person = person(tenant);
            Offer offer = tenant.get(CoursesElsewhere.class)
                    .enrol(
                            person,
                            site,
                            course,
                            Optional.ofNullable(role),
                            CoursesElsewhere.Asker.administrator(ACTOR));
            context.done(
                    person.username() + " is in \"" + offer.fullname() + "\" at " + site + ".",
                    done(site, course, person, "enrolled"));
        }
    }

    @Command(name = "remove", description = "Take one of our people out of a course of a site.")
    static final class Remove extends AtSite {
        @Option(names = "--course", required = true, paramLabel = "ID", description = "The number of the course there.")
        long course;

        @Override
        void run(CliContext context, TenantLease tenant, Wwwroot site) {
            User person = person(tenant);
            tenant.get(CoursesElsewhere.class)
                    .unenrol(person, site, course, CoursesElsewhere.Asker.administrator(ACTOR));
            context.done(
                    person.username() + " is not in course " + course + " at " + site + " any more.",
                    done(site, course, person, "unenrolled"));
        }
    }

    private static Map<String, Object> done(Wwwroot site, long course, User person, String what) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("site", site);
        document.put("course", course);
        document.put("user", person.username());
        document.put("done", what);
        return document;
    }
}
