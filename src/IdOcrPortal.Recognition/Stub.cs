using IdOcrPortal.Reader;
namespace IdOcrPortal.Recognition;
internal static class Stub
{
    public static Task<RenderedPicture> FitAsync(this ReaderPool pool, ReadOnlyMemory<byte> picture, PictureFit fit, CancellationToken ct) => pool.PreviewAsync(picture, fit.LongestSide, ct);
    public static Task<RenderedPicture?> CutAsync(this ReaderPool pool, ReadOnlyMemory<byte> picture, IReadOnlyList<PicturePoint> corners, CancellationToken ct) => Task.FromResult<RenderedPicture?>(null);
}
