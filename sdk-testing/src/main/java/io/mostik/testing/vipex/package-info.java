/** VIPeX, the cloud PBX of Opennetworks, as its public words and the SDK's default profile describe it. */
@NullMarked
package io.mostik.testing.vipex;

import org.jspecify.annotations.NullMarked;
