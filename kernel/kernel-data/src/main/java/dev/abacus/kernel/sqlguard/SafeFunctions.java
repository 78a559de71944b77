package dev.abacus.kernel.sqlguard;

import java.util.Locale;
import java.util.Set;

/**
 * Functions that compute from their arguments or the clock. Not on the list, so refused: stored functions (they may
 * read any table), {@code LOAD_FILE}, locks, {@code SLEEP}, {@code BENCHMARK}, sequences, what tells about the server or
 * its schemas, and what tells about the session's last statement, because a pooled session's may have been another
 * tenant's. {@code LAST_INSERT_ID} is there for the drivers; the suite's ids do not come from the database.
 */
final class SafeFunctions {

    private static final Set<String> NAMES = Set.of(
            """
            COUNT SUM AVG MIN MAX STD STDDEV STDDEV_POP STDDEV_SAMP VAR_POP VAR_SAMP VARIANCE BIT_AND BIT_OR BIT_XOR
            ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE
            ABS CEIL CEILING FLOOR ROUND TRUNCATE SIGN MOD POW POWER SQRT EXP LN LOG LOG2 LOG10 GREATEST LEAST RAND
            COALESCE IFNULL NULLIF IF ISNULL INTERVAL
            CONCAT CONCAT_WS LOWER LCASE UPPER UCASE LEFT RIGHT SUBSTR SUBSTRING SUBSTRING_INDEX MID LOCATE INSTR POSITION
            REPLACE REVERSE REPEAT LPAD RPAD LTRIM RTRIM TRIM LENGTH CHAR_LENGTH CHARACTER_LENGTH ASCII HEX UNHEX FIELD
            ELT FIND_IN_SET FORMAT SPACE STRCMP REGEXP_REPLACE REGEXP_INSTR REGEXP_SUBSTR GROUP_CONCAT
            MD5 SHA1 SHA2 CRC32 UUID TO_BASE64 FROM_BASE64
            NOW CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME CURDATE CURTIME LOCALTIME LOCALTIMESTAMP SYSDATE
            UTC_TIMESTAMP UTC_DATE UTC_TIME UNIX_TIMESTAMP FROM_UNIXTIME
            DATE TIME TIMESTAMP YEAR QUARTER MONTH WEEK WEEKDAY DAY DAYOFMONTH DAYOFWEEK DAYOFYEAR HOUR MINUTE SECOND
            MICROSECOND LAST_DAY MAKEDATE DATE_ADD DATE_SUB ADDDATE SUBDATE ADDTIME SUBTIME DATEDIFF TIMEDIFF
            TIMESTAMPDIFF TIMESTAMPADD DATE_FORMAT STR_TO_DATE TIME_TO_SEC SEC_TO_TIME TO_DAYS FROM_DAYS CONVERT_TZ
            JSON_EXTRACT JSON_VALUE JSON_QUERY JSON_UNQUOTE JSON_QUOTE JSON_SET JSON_INSERT JSON_REPLACE JSON_REMOVE
            JSON_CONTAINS JSON_CONTAINS_PATH JSON_KEYS JSON_LENGTH JSON_VALID JSON_EXISTS JSON_MERGE_PATCH
            VALUES VALUE LAST_INSERT_ID
            """
                    .strip()
                    .split("\\s+"));

    private SafeFunctions() {}

    static boolean contains(String function) {
        return NAMES.contains(function.toUpperCase(Locale.ROOT));
    }
}
