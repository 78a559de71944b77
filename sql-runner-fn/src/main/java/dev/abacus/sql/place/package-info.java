/** Where the databases are that releases run on, and by which account. */
package dev.abacus.sql.place;
