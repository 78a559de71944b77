package dev.abacus.lane.control.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.junit.jupiter.api.Test;

class UntaggedTest {

    private static MessageExt tagged(String baggage) {
        var message = new MessageExt();
        message.setTopic("trade");
        message.setTags("trade.sales-order-placed.v1");
        message.setKeys("4711");
        message.setBody("{}".getBytes(StandardCharsets.UTF_8));
        message.putUserProperty("tenant", "7");
        message.putUserProperty("aggregate", "sales-order-1");
        message.putUserProperty("lane", "x-1");
        message.putUserProperty("h_baggage", baggage);
        // The broker adds its own.
        message.getProperties().put(MessageConst.PROPERTY_MIN_OFFSET, "0");
        return message;
    }

    @Test
    void everything_but_the_lane_stays() {
        Message copy = Untagged.copy(tagged("colour=red, abacus.lane=x-1;p=1,abacus.rv=9"));

        assertThat(copy.getKeys()).isEqualTo("4711");
        assertThat(copy.getTags()).isEqualTo("trade.sales-order-placed.v1");
        assertThat(copy.getBody()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(copy.getUserProperty("tenant")).isEqualTo("7");
        assertThat(copy.getUserProperty("lane")).isNull();
        assertThat(copy.getUserProperty("h_baggage")).isEqualTo("colour=red");
        assertThat(copy.getUserProperty(Untagged.WAS)).isEqualTo("x-1");
        assertThat(copy.getProperty(MessageConst.PROPERTY_MIN_OFFSET)).isNull();
    }

    @Test
    void baggage_that_was_only_the_lane_goes() {
        assertThat(Untagged.copy(tagged("abacus.lane=x-1,abacus.rv=9")).getUserProperty("h_baggage"))
                .isNull();
    }

    @Test
    void it_goes_where_the_relay_would_have_sent_it() {
        assertThat(Untagged.order(tagged("a=b"))).isEqualTo("7/sales-order-1");
    }
}
