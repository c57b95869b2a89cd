package network.constellation.peer.dispatch;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.store.Migrations;
import network.constellation.protocol.envelope.AnswerOpener;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** What all tenants of a process share of the wire; for the node injector. */
public final class WireModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindNode(binder(), "dispatch");
    }

    @Provides
    @Singleton
    Limits limits() {
        return Limits.standard();
    }

    @Provides
    @Singleton
    XmlReader xml(Limits limits) {
        return new XmlReader(limits);
    }

    @Provides
    @Singleton
    XmlRpcCodec codec(XmlReader xml) {
        return new XmlRpcCodec(xml);
    }

    @Provides
    @Singleton
    EnvelopeReader shapes(XmlReader xml) {
        return new EnvelopeReader(xml);
    }

    @Provides
    @Singleton
    LegacyEnvelope legacy(CryptoEngine engine, EnvelopeReader shapes) {
        return new LegacyEnvelope(engine, shapes);
    }

    @Provides
    @Singleton
    ModernEnvelope modern(CryptoEngine engine, EnvelopeReader shapes) {
        return new ModernEnvelope(engine, shapes);
    }

    @Provides
    @Singleton
    AnswerOpener answers(EnvelopeReader shapes, LegacyEnvelope legacy, XmlRpcCodec codec) {
        return new AnswerOpener(shapes, legacy, codec);
    }

    @Provides
    @Singleton
    KeySwap keySwap(CryptoEngine engine) {
        return new KeySwap(engine);
    }
}
