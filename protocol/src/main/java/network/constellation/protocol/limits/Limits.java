package network.constellation.protocol.limits;

/**
 * What one document may cost us (mnet-wire.md 10.4). All are upper bounds, inclusive.
 *
 * @param documentBytes size of one XML document, envelope or payload, in bytes
 * @param elementDepth nesting of elements; one level of XML-RPC nesting costs three
 * @param elements number of elements in one document
 * @param attributes number of attributes of one element
 * @param nameLength characters in the name of an element, an attribute or a struct member
 * @param methodLength characters in the name of a method
 */
public record Limits(
        int documentBytes, int elementDepth, int elements, int attributes, int nameLength, int methodLength) {

    private static final int MIB = 1024 * 1024;

    public Limits {
        requirePositive("documentBytes", documentBytes);
        requirePositive("elementDepth", elementDepth);
        requirePositive("elements", elements);
        requirePositive("attributes", attributes);
        requirePositive("nameLength", nameLength);
        requirePositive("methodLength", methodLength);
    }

    /**
     * Room for the largest genuine document seen or specified (a zip of tens of MiB as base64, ten thousand courses
     * of twenty members) and 64 levels of nested values.
     */
    public static Limits standard() {
        return new Limits(96 * MIB, 200, 1_000_000, 64, 512, 255);
    }

    public Limits withDocumentBytes(int bytes) {
        return new Limits(bytes, elementDepth, elements, attributes, nameLength, methodLength);
    }

    public Limits withElementDepth(int depth) {
        return new Limits(documentBytes, depth, elements, attributes, nameLength, methodLength);
    }

    public Limits withElements(int count) {
        return new Limits(documentBytes, elementDepth, count, attributes, nameLength, methodLength);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The limit " + name + " is " + value + "; it must be at least 1.");
        }
    }
}
