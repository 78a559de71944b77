package dev.abacus.infra.seata;

import io.seata.core.rpc.netty.NettyBaseConfig;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * Keeps the coordinator's port on loopback. Seata has no setting for its address, and whoever reaches the port may send
 * it serialized objects (CVE-2024-22399), so the channel class in its final constant is replaced by ours.
 */
final class LoopbackPort {

    private LoopbackPort() {}

    @SuppressWarnings({"deprecation", "removal"}) // nothing else can write a static final field
    static void use() throws ReflectiveOperationException {
        Field theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        Unsafe unsafe = (Unsafe) theUnsafe.get(null);
        Field channel = NettyBaseConfig.class.getDeclaredField("SERVER_CHANNEL_CLAZZ");
        Class.forName(NettyBaseConfig.class.getName()); // its initializer must not run after us
        unsafe.putObject(unsafe.staticFieldBase(channel), unsafe.staticFieldOffset(channel), LoopbackChannel.class);
    }
}
