package network.constellation.app.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.peer.cli.CliContext;

/** The guided tour: each step does something for real, looks whether it holds, and says what it saw. */
final class Tour {
    private final DemoWorld world;
    private final CliContext context;
    private final List<Result> results = new ArrayList<>();

    Tour(DemoWorld world, CliContext context) {
        this.world = world;
        this.context = context;
    }

    /** Does one thing and says in a few words what it showed; throws when it does not hold. */
    @FunctionalInterface
    interface Step {
        String run() throws Exception;
    }

    /** @param shown what the step showed, or why it failed */
    record Result(String name, boolean passed, String shown, long millis) {}

    /** @return whether every step held */
    boolean run() {
        try (Visitor visitor = new Visitor()) {
            NetworkSteps network = new NetworkSteps(world);
            RoamingSteps roaming = new RoamingSteps(world, visitor);
            CourseSteps courses = new CourseSteps(world, visitor);
            AdministrationSteps administration = new AdministrationSteps(world, visitor);
            DefenceSteps defence = new DefenceSteps(world, visitor);
            step("found", network::found);
            step("invite and join", network::join);
            step("introduced", network::introduced);
            step("people", network::people);
            step("calls, modern", network::modernCalls);
            step("calls, legacy", network::legacyCalls);
            step("publish", courses::publish);
            step("no course", courses::refuse);
            step("deploy", courses::deploy);
            step("roam A to B", roaming::roam);
            step("roam B to C", roaming::deepLink);
            step("logout everywhere", roaming::logout);
            step("enrol", courses::enrol);
            step("learn", courses::complete);
            step("whereis", administration::whereis);
            step("order", administration::order);
            step("maintenance", administration::maintenance);
            step("report", administration::report);
            step("key rotates", defence::rotation);
            step("replay refused", defence::replay);
            step("stranger pending", defence::stranger);
            step("audit verifies", defence::audit);
        }
        boolean held = results.stream().allMatch(Result::passed);
        context.answer(
                document(held),
                out -> out.println(
                        held
                                ? "All " + results.size() + " steps passed."
                                : results.stream()
                                                .filter(result -> !result.passed())
                                                .count() + " of " + results.size() + " steps failed."));
        return held;
    }

    private void step(String name, Step step) {
        long begin = System.nanoTime();
        Result result;
        try {
            result = new Result(name, true, step.run(), millis(begin));
        } catch (Exception | AssertionError failed) {
            result = new Result(name, false, String.valueOf(failed.getMessage()), millis(begin));
        }
        results.add(result);
        print(result);
    }

    private void print(Result result) {
        PrintStream out = context.json() ? context.err() : context.out();
        out.printf(
                Locale.ROOT,
                "%-4s  %-18s %7d ms  %s%n",
                result.passed() ? "ok" : "FAIL",
                result.name(),
                result.millis(),
                result.shown());
    }

    private Map<String, Object> document(boolean held) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("passed", held);
        document.put("steps", results);
        return document;
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** What a step expects to hold. */
    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
