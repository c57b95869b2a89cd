/** Rotation of keys among real nodes (network-admin.md 9 B). */
@org.jspecify.annotations.NullMarked
package network.constellation.testnetwork.rotation;
