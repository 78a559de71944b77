package dev.abacus.infra.nacos;

import com.alipay.sofa.jraft.storage.impl.RocksDBLogStorage;
import com.alipay.sofa.jraft.util.StorageOptionsFactory;

/** Nacos opens five Raft groups even alone, and the stock RocksDB options preallocate 144 MB of log for each. */
final class SmallRaftLog {

    private static final long TWO_MEGABYTES = 2L << 20;

    private SmallRaftLog() {}

    static void use() {
        StorageOptionsFactory.registerRocksDBOptions(
                RocksDBLogStorage.class,
                StorageOptionsFactory.getDefaultRocksDBOptions().setAllowFAllocate(false));
        StorageOptionsFactory.registerRocksDBColumnFamilyOptions(
                RocksDBLogStorage.class,
                StorageOptionsFactory.getDefaultRocksDBColumnFamilyOptions()
                        .setWriteBufferSize(TWO_MEGABYTES)
                        .setMaxWriteBufferNumber(2));
    }
}
