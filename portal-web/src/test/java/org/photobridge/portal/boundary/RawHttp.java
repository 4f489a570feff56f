package org.photobridge.portal.boundary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests as they are written: no client that tidies up what an attacker wouldn't. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 30_000;

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** An answer: its status line and headers, each a line, and the body. */
    record Answer(int status, List<String> headers, String body) {
        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            String head = end < 0 ? text : text.substring(0, end);
            List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
            int status = lines.get(0).startsWith("HTTP/")
                    ? Integer.parseInt(lines.get(0).split(" ")[1])
                    : 0;
            return new Answer(status, lines, end < 0 ? "" : text.substring(end + 4));
        }

        String header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    Answer get(String target, String... headers) throws IOException {
        return send("GET", target, "", headers);
    }

    Answer send(String method, String target, String body, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Connection: close"));
        lines.addAll(List.of(headers));
        if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
            lines.add("Host: 127.0.0.1:" + port);
        }
        String head = String.join("\r\n", lines) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return Answer.of(new String(answer(socket.getInputStream()), StandardCharsets.UTF_8));
        }
    }

    /** Up to the end of the answer: a server may well keep the connection of somebody who hasn't sent all. */
    private static byte[] answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        while (!isWhole(read)) {
            int length = in.read(piece);
            if (length < 0) {
                break;
            }
            read.write(piece, 0, length);
        }
        return read.toByteArray();
    }

    private static boolean isWhole(ByteArrayOutputStream read) {
        String text = read.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, end));
        if (length.find()) {
            return text.length() - end - 4 >= Integer.parseInt(length.group(1));
        }
        return CHUNKED.matcher(text.substring(0, end)).find() && text.endsWith("\r\n0\r\n\r\n");
    }
}
