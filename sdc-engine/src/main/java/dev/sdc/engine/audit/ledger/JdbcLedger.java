package dev.sdc.engine.audit.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a database, for a team: the same lines and the same chain as in a file, with what their cells count beside
 * them. Writers wait for each other on one row.
 */
final class JdbcLedger implements Ledger {
    /** Keys that are asked for at once. */
    private static final int AT_ONCE = 500;

    private final Connection connection;

    private JdbcLedger(Connection connection) {
        this.connection = connection;
    }

    static JdbcLedger open(String url) throws IOException {
        try {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            JdbcLedger ledger = new JdbcLedger(connection);
            ledger.prepare();
            return ledger;
        } catch (SQLException e) {
            throw new LedgerException("the ledger's database cannot be opened (" + e.getSQLState() + ")", e);
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists()) {
                statement.execute("CREATE TABLE sdc_ledger_head (one INTEGER PRIMARY KEY, entries BIGINT NOT NULL,"
                        + " digest CHAR(64) NOT NULL)");
                statement.execute("CREATE TABLE sdc_ledger (entry BIGINT PRIMARY KEY, line TEXT NOT NULL)");
                statement.execute("CREATE TABLE sdc_ledger_key (cell BIGINT NOT NULL, entry BIGINT NOT NULL,"
                        + " sheet INTEGER NOT NULL)");
                statement.execute("CREATE INDEX sdc_ledger_cell ON sdc_ledger_key (cell)");
                statement.execute("INSERT INTO sdc_ledger_head VALUES (1, 0, '" + Entry.BEFORE_THE_FIRST + "')");
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if (!exists()) { // another one may have made the tables meanwhile
                throw e;
            }
            connection.commit();
        }
    }

    private boolean exists() throws SQLException {
        for (String name : new String[] {"sdc_ledger_head", "SDC_LEDGER_HEAD"}) {
            try (ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is done in one transaction. */
    private interface Work<T> {
        T run() throws SQLException, IOException;
    }

    private synchronized <T> T inOne(Work<T> work) throws IOException {
        boolean done = false;
        try {
            T result = work.run();
            connection.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw new LedgerException("the ledger's database refused (" + e.getSQLState() + ")", e);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() throws LedgerException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new LedgerException("the ledger's database refused (" + e.getSQLState() + ")", e);
        }
    }

    @Override
    public Head add(Release release) throws IOException {
        return inOne(() -> {
            Head head = head(true);
            Entry entry = Entry.after(head, release);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO sdc_ledger (entry, line) VALUES (?, ?)")) {
                insert.setLong(1, entry.number());
                insert.setString(2, entry.line());
                insert.executeUpdate();
            }
            keys(entry.number(), release);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE sdc_ledger_head SET entries = ?, digest = ? WHERE one = 1")) {
                update.setLong(1, entry.number());
                update.setString(2, entry.digest());
                update.executeUpdate();
            }
            return entry.head();
        });
    }

    private void keys(long entry, Release release) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sdc_ledger_key (cell, entry, sheet) VALUES (?, ?, ?)")) {
            for (int sheet = 0; sheet < release.sheets().size(); sheet++) {
                int waiting = 0;
                for (long key : release.sheets().get(sheet).keys()) {
                    insert.setLong(1, key);
                    insert.setLong(2, entry);
                    insert.setInt(3, sheet);
                    insert.addBatch();
                    if (++waiting % 1_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private Head head(boolean forUpdate) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT entries, digest FROM sdc_ledger_head WHERE one = 1"
                        + (forUpdate ? " FOR UPDATE" : ""))) {
            rows.next();
            return new Head(rows.getLong(1), rows.getString(2));
        }
    }

    @Override
    public void forEach(Visitor visitor) throws IOException {
        inOne(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10);
                try (ResultSet rows = statement.executeQuery("SELECT entry, line FROM sdc_ledger ORDER BY entry")) {
                    while (rows.next()) {
                        visitor.take(ReleaseJson.release(rows.getString(2), rows.getLong(1)));
                    }
                }
            }
            return true;
        });
    }

    @Override
    public List<Release> sharing(@Nullable String dataset, long[] keys) throws IOException {
        return inOne(() -> {
            SortedMap<Long, SortedSet<Integer>> sheets = new TreeMap<>();
            for (int from = 0; from < keys.length; from += AT_ONCE) {
                find(Arrays.copyOfRange(keys, from, Math.min(keys.length, from + AT_ONCE)), sheets);
            }
            List<Release> found = new ArrayList<>();
            for (Map.Entry<Long, SortedSet<Integer>> entry : sheets.entrySet()) {
                Release whole = read(entry.getKey());
                if (dataset == null || whole.dataset() == null || Objects.equals(dataset, whole.dataset())) {
                    found.add(new Release(
                            whole.id(),
                            whole.dataset(),
                            whole.at(),
                            entry.getValue().stream().map(whole.sheets()::get).toList()));
                }
            }
            return Collections.unmodifiableList(found);
        });
    }

    private void find(long[] keys, Map<Long, SortedSet<Integer>> sheets) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(keys.length, "?"));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT DISTINCT entry, sheet FROM sdc_ledger_key WHERE cell IN (" + marks + ")")) {
            for (int i = 0; i < keys.length; i++) {
                query.setLong(i + 1, keys[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sheets.computeIfAbsent(rows.getLong(1), entry -> new TreeSet<>())
                            .add(rows.getInt(2));
                }
            }
        }
    }

    private Release read(long entry) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement("SELECT line FROM sdc_ledger WHERE entry = ?")) {
            query.setLong(1, entry);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new LedgerException("entry " + entry + " is missing");
                }
                return ReleaseJson.release(rows.getString(1), entry);
            }
        }
    }

    @Override
    public Head verify() throws IOException {
        return inOne(() -> {
            Head head = new Head(0, Entry.BEFORE_THE_FIRST);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10);
                try (ResultSet rows = statement.executeQuery("SELECT entry, line FROM sdc_ledger ORDER BY entry")) {
                    while (rows.next()) {
                        Entry entry = new Entry(rows.getLong(1), rows.getString(2));
                        entry.follow(head);
                        head = entry.head();
                    }
                }
            }
            if (!head.equals(head(false))) {
                throw new LedgerException("the last entry is not the one that was written last: the end was cut off");
            }
            return head;
        });
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LedgerException("the ledger's database refused (" + e.getSQLState() + ")", e);
        }
    }
}
