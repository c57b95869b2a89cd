package network.constellation.protocol.method.reporting;

import java.time.LocalDate;

/** Which days, both included; the site gives at most {@link ReportMethods#MOST_DAYS} of them, the first ones. */
public record DaysAsked(LocalDate from, LocalDate to) {}
