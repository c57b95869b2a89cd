/**
 * A second person for dangerous acts at the hub (network-admin.md 10, item 8; promise 39): somebody asks, sees exactly what
 * would run, another administrator approves that very text, and it runs once. Uses accounts and platform; handed on as
 * {@link network.constellation.hub.founding.Inheritance}. Entry classes
 * {@link network.constellation.hub.approvals.Approvals}, and
 * {@link network.constellation.hub.approvals.DangerousAct}, which rooms with such acts implement;
 * {@link network.constellation.hub.approvals.Administrators} tells who may be the second person.
 */
@NullMarked
package network.constellation.hub.approvals;

import org.jspecify.annotations.NullMarked;
