package network.constellation.hub.standby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.AdministratorCopies;

/**
 * What a hub gives its standby: rows of its tables, and the accounts of its administrators.
 *
 * @param form of this record; another one is of another release
 * @param hub whose it is
 * @param tables as {@link network.constellation.peer.backup.TableCopyStore} writes them
 */
record HubCopy(int form, String hub, String tables, List<AdministratorCopies.Copy> people) {
    private static final int FORM = 1;
    private static final JsonMapper JSON = new JsonMapper();

    static HubCopy of(Wwwroot hub, String tables, List<AdministratorCopies.Copy> people) {
        return new HubCopy(FORM, hub.value(), tables, people);
    }

    Wwwroot from() {
        return Wwwroot.of(hub);
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A copy of texts can be written as JSON", impossible);
        }
    }

    /** @throws IllegalArgumentException when it is none, or of another release */
    static HubCopy read(byte[] bytes) {
        try {
            HubCopy copy = JSON.readValue(bytes, HubCopy.class);
            if (copy.form() != FORM) {
                throw new IllegalArgumentException("The copy has the form " + copy.form() + " and this release knows "
                        + FORM + ": hub and standby need the same release.");
            }
            return copy;
        } catch (IOException broken) {
            throw new IllegalArgumentException("The copy cannot be read: hub and standby need the same release.");
        }
    }

    /** How many rows of each table it holds. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        String table = "";
        try {
            for (Iterator<String> lines = tables.lines().iterator(); lines.hasNext(); ) {
                String line = lines.next();
                if (line.startsWith("{")) {
                    JsonNode header = JSON.readTree(line);
                    table = header.path("table").asText();
                    rows.put(table, 0);
                } else {
                    rows.merge(table, 1, Integer::sum);
                }
            }
            return rows;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The copy cannot be read.", broken);
        }
    }

    /** The accounts stay out of logs. */
    @Override
    public String toString() {
        return "HubCopy[" + hub + ", " + people.size() + " administrators]";
    }
}
