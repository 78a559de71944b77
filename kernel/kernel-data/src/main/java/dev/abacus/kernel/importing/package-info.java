/**
 * Files of rows that people bring along: uploaded once, worked off in the background, chunk by chunk.
 *
 * <p>A service writes a {@link dev.abacus.kernel.importing.ChunkImporter} bean per kind of file and a thin controller
 * that hands the upload to {@link dev.abacus.kernel.importing.Imports}. The rest is here: the upload is streamed into a
 * spool table of the tenant's shard (so any instance can go on with it and nothing depends on a local disk), its SHA-256
 * makes a second upload of the same bytes an answer about the first, and each chunk commits its effects, its row errors
 * and its checkpoint in one local transaction. After a crash the rows before the checkpoint are parsed again and skipped,
 * never taken again. Memory holds one chunk and one spool part, however long the file is.
 *
 * <p>The tables are {@code <service>_import_job}, {@code <service>_import_error} and {@code <service>_import_part}.
 */
package dev.abacus.kernel.importing;
