using System.Globalization;
using System.Xml.Linq;

namespace IdOcrPortal.Reader.Imaging;

/// <summary>
/// A cascade of boosted trees over Haar-like features (Viola and Jones, 2001) as OpenCV stores it, and its evaluation at one window. Immutable.
/// </summary>
internal sealed class FaceCascade
{
    private const string FileName = "haarcascade_frontalface_alt2.xml";

    private static readonly string[] Folders = ["/usr/share/opencv4/haarcascades", "/usr/share/opencv/haarcascades", "/usr/local/share/opencv4/haarcascades"];

    private readonly Stage[] _stages;
    private readonly Tree[] _trees;
    private readonly Node[] _nodes;
    private readonly float[] _leaves;
    private readonly Rectangle[][] _features;

    private FaceCascade(XElement cascade)
    {
        Width = (int)cascade.Element("width")!;
        Height = (int)cascade.Element("height")!;
        List<Stage> stages = [];
        List<Tree> trees = [];
        List<Node> nodes = [];
        List<float> leaves = [];
        foreach (var stage in cascade.Element("stages")!.Elements("_"))
        {
            var first = trees.Count;
            foreach (var classifier in stage.Element("weakClassifiers")!.Elements("_"))
            {
                trees.Add(new Tree(nodes.Count, leaves.Count));
                foreach (var node in Numbers(classifier.Element("internalNodes")!).Chunk(4))
                {
                    nodes.Add(new Node((int)node[0], (int)node[1], (int)node[2], node[3]));
                }

                leaves.AddRange(Numbers(classifier.Element("leafValues")!));
            }

            stages.Add(new Stage(first, trees.Count, Numbers(stage.Element("stageThreshold")!)[0]));
        }

        (_stages, _trees, _nodes, _leaves) = ([.. stages], [.. trees], [.. nodes], [.. leaves]);
        _features = [.. cascade.Element("features")!.Elements("_").Select(feature => feature.Element("rects")!.Elements("_")
            .Select(rectangle => Numbers(rectangle))
            .Select(values => new Rectangle((int)values[0], (int)values[1], (int)values[2], (int)values[3], values[4])).ToArray())];
    }

    /// <summary>Window width, pixels.</summary>
    public int Width { get; }

    /// <summary>Window height, pixels.</summary>
    public int Height { get; }

    /// <summary>Number of stages.</summary>
    public int Stages => _stages.Length;

    /// <summary>Path of the installed cascade of frontal faces, or <see langword="null"/>.</summary>
    public static string? InstalledPath => Folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);

    /// <summary>Reads a cascade file.</summary>
    /// <exception cref="InvalidDataException">The file is no cascade of Haar-like features.</exception>
    public static FaceCascade Load(string path)
    {
        try
        {
            return new FaceCascade(XDocument.Load(path).Root!.Element("cascade")!);
        }
        catch (Exception broken) when (broken is System.Xml.XmlException or NullReferenceException or FormatException)
        {
            throw new InvalidDataException($"{path} is no cascade; install the package opencv-data again.", broken);
        }
    }

    /// <summary>The features with their rectangles as offsets into an integral image of this row length.</summary>
    public PlacedFeature[] Place(int stride) => Array.ConvertAll(_features, rectangles => new PlacedFeature(
        Place(rectangles[0], stride), Place(rectangles[1], stride), rectangles.Length > 2 ? Place(rectangles[2], stride) : default));

    /// <summary>The stage at which the window that starts at <paramref name="at"/> is refused; <see cref="Stages"/> where it passes all.</summary>
    /// <param name="integral">Sums of pixels.</param>
    /// <param name="scale">1 / (area × standard deviation) of the window.</param>
    public int RefusedAt(ReadOnlySpan<int> integral, PlacedFeature[] features, int at, float scale)
    {
        var window = integral[at..];
        for (var s = 0; s < _stages.Length; s++)
        {
            var stage = _stages[s];
            float sum = 0;
            for (var i = stage.First; i < stage.End; i++)
            {
                ref readonly var tree = ref _trees[i];
                var node = 0;
                do
                {
                    ref readonly var split = ref _nodes[tree.FirstNode + node];
                    node = features[split.Feature].Value(window) * scale < split.Threshold ? split.Left : split.Right;
                }
                while (node > 0);
                sum += _leaves[tree.FirstLeaf - node];
            }

            if (sum < stage.Threshold)
            {
                return s;
            }
        }

        return _stages.Length;
    }

    private static PlacedRectangle Place(Rectangle r, int stride) => new(
        (r.Y * stride) + r.X, (r.Y * stride) + r.X + r.Width, ((r.Y + r.Height) * stride) + r.X, ((r.Y + r.Height) * stride) + r.X + r.Width, r.Weight);

    private static float[] Numbers(XElement element) =>
        Array.ConvertAll(element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), text => float.Parse(text, CultureInfo.InvariantCulture));

    private readonly record struct Stage(int First, int End, float Threshold);

    private readonly record struct Tree(int FirstNode, int FirstLeaf);

    /// <summary>A child above 0 is a node of the same tree, otherwise a leaf with its sign changed.</summary>
    private readonly record struct Node(int Left, int Right, int Feature, float Threshold);

    private readonly record struct Rectangle(int X, int Y, int Width, int Height, float Weight);
}

/// <summary>A rectangle of a feature: offsets of its four corners in an integral image.</summary>
internal readonly record struct PlacedRectangle(int TopLeft, int TopRight, int BottomLeft, int BottomRight, float Weight)
{
    public float Sum(ReadOnlySpan<int> window) => Weight * (window[BottomRight] - window[BottomLeft] - window[TopRight] + window[TopLeft]);
}

/// <summary>A weighted sum over two or three rectangles; a missing third weighs 0.</summary>
internal readonly record struct PlacedFeature(PlacedRectangle First, PlacedRectangle Second, PlacedRectangle Third)
{
    public float Value(ReadOnlySpan<int> window)
    {
        var sum = First.Sum(window) + Second.Sum(window);
        return Third.Weight == 0 ? sum : sum + Third.Sum(window);
    }
}
