package dev.sdc.cli.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium, driven over its own protocol, for tests of pages. It keeps what the page complained of and what
 * it asked the network for.
 */
public final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Browser(Process process, URI page) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** The program, if this machine has it. */
    public static Optional<Path> program() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
            for (Path folder : folders) {
                if (Files.isExecutable(folder.resolve(name))) {
                    return Optional.of(folder.resolve(name));
                }
            }
        }
        return Optional.empty();
    }

    /** Starts a browser whose profile lies in a folder. */
    public static Browser start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        try {
            return new Browser(process, firstPage(process, profile.resolve("DevToolsActivePort")));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI firstPage(Process process, Path portFile) throws Exception {
        for (int i = 0; i < SECONDS * 10; i++) {
            if (!process.isAlive()) {
                throw new IOException("chromium ended with " + process.exitValue());
            }
            if (Files.exists(portFile) && Files.size(portFile) > 0) {
                String port = Files.readAllLines(portFile).get(0);
                HttpResponse<String> pages = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                        .timeout(Duration.ofSeconds(SECONDS))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                for (JsonNode page : JSON.readTree(pages.body())) {
                    if (page.path("type").asString("").equals("page")) {
                        return URI.create(page.path("webSocketDebuggerUrl").asString());
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("chromium did not come up");
    }

    /** Opens a page and waits until it is loaded; complaints and requests begin anew. */
    public void open(URI page) throws Exception {
        complaints.clear();
        requests.clear();
        CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
        awaited.put("Page.loadEventFired", loaded);
        send("Page.navigate", Map.of("url", page.toString()));
        loaded.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Sets the size of the window in CSS pixels; a zoom of 200 % halves them. */
    public void resize(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of an expression, as text. */
    public String evaluate(String expression) throws Exception {
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value").asString();
    }

    /** Presses and releases a key: a character, or a name such as {@code Tab}. */
    public void press(String key) throws Exception {
        boolean character = key.length() == 1;
        int code = switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case " " -> 32;
            default -> character ? Character.toUpperCase(key.charAt(0)) : 0;
        };
        String text = character ? key : key.equals("Enter") ? "\r" : "";
        Map<String, Object> down = new java.util.HashMap<>(
                Map.of("type", text.isEmpty() ? "rawKeyDown" : "keyDown", "key", key, "windowsVirtualKeyCode", code));
        if (!text.isEmpty()) {
            down.put("text", text);
        }
        send("Input.dispatchKeyEvent", down);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
    }

    /** A picture of the page, as PNG. */
    public byte[] picture() throws Exception {
        JsonNode answer = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /** Errors that the page wrote to its console or threw. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What the page asked for beyond itself. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = next.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        String message = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(message, true).get(SECONDS, TimeUnit.SECONDS);
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(method + " had no answer", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                JsonNode node = JSON.readTree(message.toString());
                message.setLength(0);
                receive(node);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void receive(JsonNode node) {
            if (node.has("id")) {
                CompletableFuture<JsonNode> answer =
                        answers.remove(node.path("id").asInt());
                if (answer != null) {
                    answer.complete(node.has("error") ? node : node.path("result"));
                }
                return;
            }
            JsonNode event = node.path("params");
            String method = node.path("method").asString("");
            switch (method) {
                case "Runtime.exceptionThrown" -> complaints.add(event.toString());
                case "Log.entryAdded" -> {
                    if (!event.path("entry").path("level").asString("").equals("verbose")) {
                        complaints.add(event.path("entry").path("text").asString(""));
                    }
                }
                case "Network.requestWillBeSent" -> {
                    if (!event.path("type").asString("").equals("Document")) {
                        requests.add(event.path("request").path("url").asString(""));
                    }
                }
                default -> {
                    CompletableFuture<JsonNode> waiting = awaited.remove(method);
                    if (waiting != null) {
                        waiting.complete(event);
                    }
                }
            }
        }
    }
}
