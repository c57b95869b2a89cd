/** Our nodes among sites of the originals (network-admin.md 2 and 3.2), over real HTTP in the legacy suite. */
@org.jspecify.annotations.NullMarked
package network.constellation.testnetwork.originals;
