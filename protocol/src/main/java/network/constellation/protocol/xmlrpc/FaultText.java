package network.constellation.protocol.xmlrpc;

import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.xml.XmlText;

/** A fault in the one form that both eras write (mnet-wire.md 9.1). */
final class FaultText {
    private static final String FORM = """
            <?xml version="1.0"?>
            <methodResponse>
               <fault>
                  <value>
                     <struct>
                        <member>
                           <name>faultCode</name>
                           <value><int>%d</int></value>
                        </member>
                        <member>
                           <name>faultString</name>
                           <value><string>%s</string></value>
                        </member>
                     </struct>
                  </value>
               </fault>
            </methodResponse>""";

    private FaultText() {}

    static String of(MethodResponse.Failure failure) {
        return FORM.formatted(failure.code(), XmlText.escape(failure.text()));
    }
}
