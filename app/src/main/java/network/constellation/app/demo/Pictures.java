package network.constellation.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** The pictures in the sample courses, drawn here: nothing borrowed, nothing binary in the repository. */
final class Pictures {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final Color NIGHT = new Color(0x10, 0x18, 0x30);
    private static final Color STAR = new Color(0xff, 0xf4, 0xd0);
    private static final Color LINE = new Color(0x6f, 0x8f, 0xd0);
    private static final Color SKY = new Color(0xe8, 0xf1, 0xf8);

    /** Dubhe, Merak, Phecda, Megrez, Alioth, Mizar, Alkaid. */
    private static final double[][] PLOUGH = {
        {430, 230}, {425, 290}, {330, 305}, {320, 255}, {250, 235}, {190, 215}, {110, 240}
    };

    private static final double[] POLARIS = {450, 60};

    private Pictures() {}

    static byte[] plough() {
        return png(NIGHT, graphics -> {
            graphics.setColor(LINE);
            for (int i = 0; i + 1 < PLOUGH.length; i++) {
                line(graphics, PLOUGH[i], PLOUGH[i + 1]);
            }
            line(graphics, PLOUGH[3], PLOUGH[0]);
            graphics.setStroke(
                    new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {6, 8}, 0));
            line(graphics, PLOUGH[1], POLARIS);
            graphics.setColor(STAR);
            for (double[] star : PLOUGH) {
                dot(graphics, star, 5);
            }
            dot(graphics, POLARIS, 7);
        });
    }

    /** A straight, a waved and a circling line. */
    static byte[] flights() {
        return png(SKY, graphics -> {
            graphics.setColor(NIGHT);
            graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            line(graphics, new double[] {60, 80}, new double[] {580, 60});
            Path2D wave = new Path2D.Double();
            wave.moveTo(60, 190);
            for (int x = 60; x < 580; x += 104) {
                wave.curveTo(x + 30, 230, x + 60, 230, x + 104, 180);
            }
            graphics.draw(wave);
            for (int i = 0; i < 3; i++) {
                graphics.draw(new Ellipse2D.Double(200 + 50 * i, 285 - 8 * i, 150, 60));
            }
        });
    }

    private static byte[] png(Color ground, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(ground);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.accept(graphics);
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("A picture in memory cannot be written", impossible);
        }
    }

    private static void line(Graphics2D graphics, double[] from, double[] to) {
        graphics.draw(new Line2D.Double(from[0], from[1], to[0], to[1]));
    }

    private static void dot(Graphics2D graphics, double[] at, double radius) {
        graphics.fill(new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius));
    }
}
