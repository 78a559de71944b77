package dev.abacus.bench.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** How a program and whoever measures it talk: in lines, the program's with a mark, since its log goes the same way. */
public final class Words {

    /** What a line begins with that is no log. */
    public static final String MARK = "@";

    private Words() {}

    public static synchronized void say(String text) {
        System.out.println(MARK + text);
        System.out.flush();
    }

    /** Hears commands until the other side is gone; the program ends then, so that it never outlives a measurement. */
    public static void hear(Consumer<String> command) {
        Thread.ofPlatform().name("words").start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    command.accept(line);
                }
            } catch (IOException e) {
                say("deaf " + e);
            }
            System.exit(0);
        });
    }
}
