package org.caseward.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.caseward.register.Outbox;
import org.caseward.report.OutageException;
import org.caseward.report.ReceiptsCommitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends on to the broker what waits in the outbox. The message carries only the report's id. It is sent before its row is forgotten: after a crash in between it is sent
 * again under the same duplicate-detection id, and the broker drops it.
 */
@Component
class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int GROUP = 256;
    private static final long IDLE_MILLIS = 1_000;

    /** Between two rounds: what comes meanwhile shares the next one's transaction, session and flush. A lone report after a silence goes at once. */
    private static final long BETWEEN_MILLIS = 25;

    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final Outbox outbox;
    private final ConnectionFactory broker;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;

    OutboxRelay(Outbox outbox, JmsTemplate outboxSender) {
        this.outbox = outbox;
        this.broker = Objects.requireNonNull(outboxSender.getConnectionFactory());
    }

    @EventListener
    void committed(ReceiptsCommitted event) {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("outbox-relay").daemon().start(this::work);
    }

    private void work() {
        long pause = IDLE_MILLIS;
        while (running) {
            try {
                int sent = outbox.handOn(GROUP, this::send);
                pause = IDLE_MILLIS;
                if (sent < GROUP) {
                    sleep(sent == 0 ? 0 : BETWEEN_MILLIS);
                    await(pause);
                }
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("The outbox waits: {}", e.getClass().getSimpleName());
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                    sleep(pause);
                }
            }
        }
    }

    private void await(long millis) {
        try {
            if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void send(List<Outbox.Waiting> waiting) {
        try {
            send(waiting, true);
        } catch (JMSException together) {
            // one row that the broker knows already rolls back all that are sent with it; alone it is dropped
            LOG.warn("The outbox sends one by one: {}", together.getClass().getSimpleName());
            try {
                send(waiting, false);
            } catch (JMSException e) {
                throw new OutageException("The broker did not take what waits in the outbox", e);
            }
        }
    }

    /** On a session of its own: a JmsTemplate's would be bound to the outbox's transaction and be committed after it, too late to keep the rows. */
    private void send(List<Outbox.Waiting> waiting, boolean together) throws JMSException {
        int mode = together ? Session.SESSION_TRANSACTED : Session.AUTO_ACKNOWLEDGE;
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(mode)) {
            produce(session, waiting);
            if (together) {
                session.commit();
            }
        }
    }

    private static void produce(Session session, List<Outbox.Waiting> waiting) throws JMSException {
        // a queue is asked for once: each question is a round trip to the broker
        Map<String, Queue> queues = new HashMap<>();
        try (MessageProducer producer = session.createProducer(null)) {
            for (Outbox.Waiting row : waiting) {
                Queue queue = queues.get(row.lane());
                if (queue == null) {
                    queue = session.createQueue("reports." + row.lane());
                    queues.put(row.lane(), queue);
                }
                producer.send(queue, message(session, row));
            }
        }
    }

    private static Message message(Session session, Outbox.Waiting row) throws JMSException {
        Message message = session.createTextMessage(row.report().toString());
        message.setStringProperty(DUPLICATE_ID, row.id().toString());
        return message;
    }

    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    @Override
    public void stop() {
        running = false;
        bell.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
