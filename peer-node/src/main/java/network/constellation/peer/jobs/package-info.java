/**
 * Durable work: jobs of several steps that go on after a killed process, and periodic tasks with a watchdog. May use
 * {@code store}, {@code tenant}, {@code config}; entry class {@link network.constellation.peer.jobs.Jobs}.
 */
@NullMarked
package network.constellation.peer.jobs;

import org.jspecify.annotations.NullMarked;
