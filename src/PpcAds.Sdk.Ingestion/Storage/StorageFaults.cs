using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Storage;

/// <summary>
/// Determines what errors of a database mean, by what the SQL standard and the provider's own type say of them. The package of a
/// database derives a class that knows the database's own codes, and registers it in place of this one.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public class StorageFaults
{
    /// <summary>
    /// Returns a value that indicates whether the same statement may succeed in a moment, without anyone doing anything.
    /// </summary>
    /// <param name="exception">The provider's exception.</param>
    public virtual bool IsTransient(DbException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.IsTransient || IsOfClass(exception, "08");
    }

    /// <summary>
    /// Returns what happened, as the beginning of a sentence, such as "The connection to the database was lost".
    /// </summary>
    /// <param name="exception">The provider's exception.</param>
    public virtual string Describe(DbException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);

        // SQLSTATE classes of the SQL standard.
        return exception switch
        {
            _ when IsOfClass(exception, "08") => "The connection to the database was lost",
            _ when IsOfClass(exception, "23") => "The database refused a row by a constraint",
            _ when IsOfClass(exception, "28") => "The database refused the user",
            _ when IsOfClass(exception, "40") => "The database undid the transaction in favour of another",
            { SqlState: null, IsTransient: true } => "The database cannot be reached, or does not answer",
            _ => "The database failed",
        };
    }

    /// <summary>Returns a value that indicates whether the SQLSTATE of an exception is of a class.</summary>
    /// <param name="exception">The provider's exception.</param>
    /// <param name="sqlStateClass">The class: the first two characters of the SQLSTATE.</param>
    protected static bool IsOfClass(DbException exception, string sqlStateClass)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.SqlState?.StartsWith(sqlStateClass, StringComparison.Ordinal) == true;
    }
}
