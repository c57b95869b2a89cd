package network.constellation.hub.whereis;

import java.util.List;
import java.util.Locale;

/**
 * What came of a search.
 *
 * @param people by name, at most {@link Whereis#MOST_SHOWN}
 * @param found how many different people were found in all that the sites gave
 * @param sites every site that was asked
 */
public record Search(String text, Verdict verdict, List<Person> people, int found, List<SiteAnswer> sites) {
    public Search {
        people = List.copyOf(people);
        sites = List.copyOf(sites);
    }

    /** The answer in one word. */
    public enum Verdict {
        /** Nobody at the sites that answered. */
        NONE,
        /** Several people fit. */
        MANY,
        /** One person, signed in and active within ten minutes. */
        LIVE,
        /** One person, whose last sign of life is older. */
        STALE,
        /** One person, signed in nowhere. */
        AWAY;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Sites that did not answer: somebody may be there all the same. */
    public List<SiteAnswer> silent() {
        return sites.stream()
                .filter(site -> site.outcome() != SiteAnswer.Outcome.ANSWERED)
                .toList();
    }

    /** More fits than is shown: here, or at a site. */
    public boolean truncated() {
        return found > people.size() || sites.stream().anyMatch(SiteAnswer::truncated);
    }
}
