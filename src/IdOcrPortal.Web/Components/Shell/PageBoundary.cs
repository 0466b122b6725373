using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace IdOcrPortal.Web.Components.Shell;

/// <summary>Catches what a page did not expect: the log gets its kind and place under a reference, the person gets the reference and no more.</summary>
public sealed partial class PageBoundary : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject] public required ILogger<PageBoundary> Logger { get; init; }

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Guid.NewGuid().ToString("n")[..12];
        // Not the message: it may quote what the page was showing.
        Log.PageFailed(Logger, _reference, exception.GetType().Name, new StackTrace(exception).ToString());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailure>(1);
        builder.AddComponentParameter(2, nameof(PageFailure.Reference), _reference);
        builder.AddComponentParameter(3, nameof(PageFailure.OnTryAgain), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A page failed, reference {Reference}: {Kind}\n{Trace}")]
        public static partial void PageFailed(ILogger logger, string reference, string kind, string trace);
    }
}
