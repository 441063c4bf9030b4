package dev.sdc.engine.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a release goes: an account and a folder of an SFTP server, which is known by its host key.
 *
 * @param path the folder: from the server's root where it begins with {@code /}, else from the account's home
 * @param hostKey the fingerprint of the server's host key, {@code SHA256:…}
 */
public record Destination(String user, String host, int port, String path, String hostKey) {
    private static final Pattern URL = Pattern.compile(
            "sftp://([A-Za-z0-9._-]+)@([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?(/[^\\p{Cntrl}\\s]*)?");
    private static final Pattern HOST_KEY = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final int USUAL_PORT = 22;

    /** Refuses what could be read in two ways. */
    public Destination {
        if (!HOST_KEY.matcher(hostKey).matches()) {
            throw new IllegalArgumentException("a host key's fingerprint is written SHA256: and 43 letters or digits");
        }
    }

    /**
     * Reads a destination.
     *
     * @param url {@code sftp://USER@HOST:PORT/PATH}; {@code /~/} begins a path in the account's home
     * @param hostKey the fingerprint of the host key, as {@code ssh-keygen -l} shows it
     */
    public static Destination parse(String url, String hostKey) throws GateException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new GateException("a destination is written sftp://USER@HOST:PORT/PATH");
        }
        if (!HOST_KEY.matcher(hostKey).matches()) {
            throw new GateException(
                    "the host key's fingerprint is written SHA256:…; ask the server's keeper, or: ssh-keygen -l -f KEY.pub");
        }
        int port = parts.group(3) == null ? USUAL_PORT : Integer.parseInt(parts.group(3));
        String path = parts.group(4) == null ? "/" : parts.group(4);
        if (port < 1 || port > 65535 || ("/" + path + "/").contains("/../")) {
            throw new GateException("a destination's port is 1 to 65535, and its path does not climb");
        }
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new Destination(parts.group(1), parts.group(2), port, path, hostKey);
    }

    /** Reads a destination with its host key as a profile writes it, a blank between the two. */
    public static Destination pinned(String text) throws GateException {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new GateException("a destination stands with its host key: sftp://USER@HOST:PORT/PATH SHA256:…");
        }
        return parse(text.substring(0, blank), text.substring(blank + 1));
    }

    /** The destination as a person writes it. */
    public String url() {
        return "sftp://" + user + "@" + host + ":" + port + path;
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("url", url());
        node.put("hostKey", hostKey);
        return node;
    }

    static Destination read(JsonNode node) throws GateException {
        return parse(Json.text(node, "url"), Json.text(node, "hostKey"));
    }
}
