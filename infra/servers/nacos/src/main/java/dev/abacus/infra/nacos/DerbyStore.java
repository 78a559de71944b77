package dev.abacus.infra.nacos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Nacos gives Derby 3 s to log in, too short to create the database on a busy machine: this creates it beforehand. */
final class DerbyStore {

    private DerbyStore() {}

    static void create(Path home) throws IOException, SQLException {
        Path data = Files.createDirectories(home.resolve("data"));
        String url = "jdbc:derby:" + data.resolve("derby-data") + ";create=true";
        DriverManager.getConnection(url, "nacos", "nacos").close();
    }
}
