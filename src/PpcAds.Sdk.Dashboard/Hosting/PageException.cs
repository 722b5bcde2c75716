using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Ends a page early with another answer.</summary>
internal sealed class PageException(IResult answer) : Exception("The page is answered otherwise.")
{
    public IResult Answer { get; } = answer;

    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (PageException exception)
        {
            return exception.Answer;
        }
    }
}
