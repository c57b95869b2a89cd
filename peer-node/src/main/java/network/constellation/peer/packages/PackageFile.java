package network.constellation.peer.packages;

/**
 * A file of the course, as {@code files.xml} lists it; folders are left out.
 *
 * @param sha1 the name of its content in the package
 * @param context number of the place it belongs to: an activity, the course, ...
 * @param path folders, begins and ends with a slash
 * @param size in bytes
 * @param external lies in a repository elsewhere; the package has no content for it
 */
public record PackageFile(
        String sha1,
        String context,
        String component,
        String area,
        String item,
        String path,
        String name,
        long size,
        String mediaType,
        String licence,
        boolean external) {

    /** Where it stands in the course, for a person: {@code mod_folder/content/a/b.png}. */
    public String shown() {
        return PackageRefusedException.shown(component + "/" + area + path + name);
    }

    /** As texts refer to it: without a slash before. */
    public String relative() {
        return (path + name).substring(1);
    }
}
