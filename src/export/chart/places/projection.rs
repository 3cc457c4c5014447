//! The Equal Earth projection: areas keep their size, and the world looks as people know it.
//!
//! Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical Information
//! Science 33 (2019), equations 5 to 8.

const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Where a longitude and a latitude in degrees lie, in radii of the globe to the right and up.
pub(super) fn project(longitude: f64, latitude: f64) -> (f64, f64) {
    let half_root_three = 3.0_f64.sqrt() / 2.0;
    let theta = (half_root_three * latitude.to_radians().sin()).asin();
    let square = theta * theta;
    let sixth = square.powi(3);
    let slope = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    let x = longitude.to_radians() * theta.cos() / (half_root_three * slope);
    let y = theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square));
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_points_lie_where_the_authors_say() {
        // The map is 2.05458 times as wide as high.
        let (width, height) = (project(180.0, 0.0).0, project(0.0, 90.0).1);
        assert!((width / height - 2.054_58).abs() < 1e-4, "{}", width / height);
        assert!(project(0.0, 0.0).0.abs() < 1e-12 && project(0.0, 0.0).1.abs() < 1e-12);
    }

    #[test]
    fn areas_keep_their_size() {
        let cell = |latitude: f64| {
            let (width, _) = project(1.0, latitude);
            let height = project(0.0, latitude + 0.005).1 - project(0.0, latitude - 0.005).1;
            width * height / latitude.to_radians().cos()
        };
        for latitude in [10.0, 35.0, 60.0, 80.0] {
            assert!((cell(latitude) / cell(0.0) - 1.0).abs() < 1e-3, "{latitude}");
        }
    }
}
