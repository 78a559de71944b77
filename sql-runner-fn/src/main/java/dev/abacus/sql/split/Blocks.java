package dev.abacus.sql.split;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * How deep in the blocks of a routine or of a compound statement we are: its semicolons end nothing. Only needed while
 * the delimiter is a semicolon; a client would cut there, but nobody means that.
 */
final class Blocks {

    private enum Frame {
        BEGIN,
        IF,
        LOOP,
        CASE,
        CASE_EXPRESSION
    }

    private static final Set<String> CONTROL = Set.of("IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");
    private static final Set<String> WITH_BODY = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    private static final Set<String> WITHOUT_BODY = Set.of(
            "TABLE",
            "VIEW",
            "INDEX",
            "DATABASE",
            "SCHEMA",
            "USER",
            "ROLE",
            "SERVER",
            "SEQUENCE",
            "TABLESPACE",
            "PACKAGE");
    private static final Set<String> BODY = Set.of(
            "RETURN",
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "REPLACE",
            "SET",
            "CALL",
            "WITH",
            "SIGNAL",
            "TRUNCATE",
            "CREATE",
            "DROP",
            "ALTER",
            "VALUES",
            "EXECUTE",
            "PREPARE");

    private final Deque<Frame> open = new ArrayDeque<>();
    private String first;
    private String kind;
    private boolean compound;
    private boolean header;
    private boolean bodyMayStart;
    private boolean statementMayStart;
    private boolean afterEnd;
    private boolean afterDot;
    private boolean transaction;
    private int parentheses;

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Which kind of object the statement creates, if its body may hold semicolons. */
    String kind() {
        return kind;
    }

    void symbol(char symbol) {
        if (transaction) {
            transaction = false;
        }
        afterDot = symbol == '.';
        afterEnd = false;
        statementMayStart = symbol == ':' || symbol == ';';
        parentheses += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
        if (symbol == ')' && parentheses == 0 && header && ("PROCEDURE".equals(kind) || "FUNCTION".equals(kind))) {
            bodyMayStart = true;
        }
        if (symbol == ':' && kind == null) {
            compound = true; // a label
        }
    }

    void name() {
        if (first == null) {
            first = "";
        }
        afterDot = false;
        afterEnd = false;
        statementMayStart = false;
    }

    void word(String word) {
        boolean mayStart = statementMayStart || header && bodyMayStart && parentheses == 0;
        boolean partOfName = afterDot;
        boolean closesNamed = afterEnd && CONTROL.contains(word);
        name();
        if (first.isEmpty() && !partOfName) {
            first = word;
            mayStart = true;
            transaction = word.equals("BEGIN");
            compound = CONTROL.contains(word);
        } else if (transaction) {
            transaction = false;
            if (word.equals("NOT")) { // BEGIN NOT ATOMIC
                compound = true;
                open.push(Frame.BEGIN);
            }
        }
        if (partOfName || closesNamed) {
            return;
        }
        if (first.equals("CREATE") && kind == null) {
            create(word);
        } else if (compound) {
            inside(word, mayStart);
        }
    }

    private void create(String word) {
        if (WITH_BODY.contains(word)) {
            kind = word;
            compound = true;
            header = true;
        } else if (WITHOUT_BODY.contains(word)) {
            kind = word;
        }
    }

    private void inside(String word, boolean mayStart) {
        switch (word) {
            case "BEGIN" -> {
                header = false;
                open.push(Frame.BEGIN);
                statementMayStart = true;
            }
            case "END" -> {
                open.poll();
                afterEnd = true;
            }
            case "CASE" -> push(mayStart ? Frame.CASE : Frame.CASE_EXPRESSION);
            case "IF" -> {
                if (mayStart) {
                    push(Frame.IF);
                }
            }
            case "LOOP", "REPEAT" -> {
                if (mayStart) {
                    push(Frame.LOOP);
                    statementMayStart = true;
                }
            }
            case "WHILE", "FOR" -> {
                if (mayStart) {
                    push(Frame.LOOP);
                }
            }
            case "THEN", "ELSE" -> statementMayStart = open.peek() == Frame.IF || open.peek() == Frame.CASE;
            case "DO" -> body(mayStart);
            case "ROW" -> bodyMayStart |= header && kind.equals("TRIGGER");
            default -> header &= !(bodyMayStart && BODY.contains(word));
        }
    }

    /** The end of a loop's or an event's head; where a statement may start it is a statement of its own. */
    private void body(boolean mayStart) {
        if (header && "EVENT".equals(kind)) {
            bodyMayStart = true;
        } else {
            header = false;
            statementMayStart = !mayStart && open.peek() == Frame.LOOP;
        }
    }

    private void push(Frame frame) {
        header = false;
        open.push(frame);
    }
}
