package dev.abacus.function.dispatcher.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.function.dispatcher.delivery.Undeliverable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressesTest {

    private final OutsideAddresses addresses = new OutsideAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.254",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_is_not_of_the_public_internet_is_refused(String inside) throws Exception {
        InetAddress address = InetAddress.getByName(inside);
        assertThat(addresses.allows(address)).isFalse();
        assertThatThrownBy(() -> addresses.pick("hook.example", new InetAddress[] {address}))
                .isInstanceOf(Undeliverable.class)
                .hasMessageNotContaining(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void what_is_is_taken(String outside) throws Exception {
        InetAddress address = InetAddress.getByName(outside);
        assertThat(addresses.pick("hook.example", new InetAddress[] {address})).isEqualTo(address);
    }

    @Test
    void one_inside_among_several_refuses_them_all() throws Exception {
        InetAddress[] mixed = {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")};
        assertThatThrownBy(() -> addresses.pick("hook.example", mixed)).isInstanceOf(Undeliverable.class);
        assertThatThrownBy(() -> addresses.pick("hook.example", new InetAddress[0]))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void on_a_developers_machine_its_own_addresses_are_taken_too_and_no_others() throws Exception {
        var here = new OutsideAddresses(true);
        assertThat(here.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(here.allows(InetAddress.getByName("::1"))).isTrue();
        assertThat(here.allows(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(here.allows(InetAddress.getByName("169.254.169.254"))).isFalse();
    }
}
