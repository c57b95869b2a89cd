package network.constellation.peer.web;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.peer.door.ProblemPage;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Templates;

/** What the door needs of the pages where no site can answer; for the node injector. */
public final class WebNodeModule extends AbstractModule {
    @Override
    protected void configure() {
        // Not bound as Texts and Templates themselves: each tenant has its own.
        OutagePage page = new OutagePage(new Texts(), new Templates());
        OptionalBinder.newOptionalBinder(binder(), ProblemPage.class)
                .setBinding()
                .toInstance(page);
    }
}
